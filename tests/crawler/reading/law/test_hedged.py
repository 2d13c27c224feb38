"""What a section is named for: to refuse, or as a warning, a thought, a thing of the past."""

import pytest

from crawler.reading.law.exemptions import citations
from crawler.reading.law.hedged import is_hedged, is_kept_back

SENTENCES = [
    ("Question 1 is answered in full. For question 2 we withhold the names, Section 40(2).", ["s40(2)"]),
    ("We estimate that the cost of complying would exceed the appropriate limit under section 12 of the Act.", ["s12"]),
    ("If we were to look at each record the cost would exceed the limit in section 12(1).", ["s12(1)"]),
    (
        "To search takes more than 18 hours, the limit set by section 12. We therefore refuse it.",
        ["s12"],
    ),
    ("Section 12 applies, as the time needed would exceed 18 hours.", ["s12"]),
    ("Section 31(1)(a) – disclosure could prejudice the prevention of crime.", ["s31(1)(a)"]),
    ("This would be likely to endanger officers, and section 38(1)(b) is engaged.", ["s38(1)(b)"]),
    ("Disclosing the names could identify them and is exempt by virtue of Section 40(2).", ["s40(2)"]),
    (
        "We have considered whether section 31 applies and find that it does; the tactics are withheld under it.",
        ["s31"],
    ),
    ("Having weighed the arguments we find that section 31(1)(a) and section 24(1) apply.", ["s31(1)(a)", "s24(1)"]),
    ("The information is exempt from disclosure, section 21 refers.", ["s21"]),
    ("On review I uphold the use of section 40(2).", ["s40(2)"]),
    ("The earlier reliance on section 31 is maintained.", ["s31"]),
    ("Section 40(5) was relied on in our first reply, and on review that is upheld.", ["s40(5)"]),
    ("The exemption applied is Section 43(2). The public interest lies in maintaining it.", ["s43(2)"]),
    (
        "Should you wish to narrow it, please do. As it stands it is refused under section 12(1).",
        ["s12(1)"],
    ),
    ("Withheld, Section 40(2).", ["s40(2)"]),
    ("Q3 S40(2)", ["s40(2)"]),
    ("The names would be exempt under section 40(2) and so are not given.", ["s40(2)"]),
    ("Refusal notice: the exemptions that apply are section 30(1) and section 40(2).", ["s30(1)", "s40(2)"]),
    ("The cost limit (section 12) has been exceeded.", ["s12"]),
    ("It could take 40 hours to find the papers, and section 12 therefore applies.", ["s12"]),
    ("Releasing them might cause distress and we rely on section 38(1)(a).", ["s38(1)(a)"]),
    (
        "Please note that to look into each record may exceed the limit in section 12.",
        [],
    ),
    (
        "If your question stays so wide, it is possible that the limit in Section 12 would be passed.",
        [],
    ),
    ("Should you wish us to search by hand, section 12 might apply.", []),
    ("If any question would take us past the limit in section 12, leave it out.", []),
    ("As any search would take us past the limit in section 12, this is refused.", ["s12"]),
    ("Should you wish us to search by hand, section 12 is likely to apply.", []),
    ("Were you to ask for the names as well, we would have to consider section 40(2).", []),
    ("Please note that a request for all five years would probably be refused under section 12.", []),
    ("A wider request would exceed the limit in section 12.", []),
    ("A request for the reports themselves would be likely to engage section 40(2).", []),
    (
        "The exemption in view is Section 31(1)(a) and (b), although no decision has been taken on it.",
        [],
    ),
    ("We are considering whether section 31 applies.", []),
    ("We are still considering the public interest in respect of section 31(1)(a).", []),
    ("We need more time to weigh the public interest; the exemption being considered is section 30(1).", []),
    ("The exemption that we have in mind is section 43(2); we will write again by 3 May.", []),
    ("No decision has yet been made on section 24(1).", []),
    ("We may rely on section 31 and will tell you in our full reply.", []),
    ("The qualified exemption under consideration is section 36(2)(c).", []),
    ("The application of section 40(5) is withdrawn.", []),
    ("The reviewing officer overturns the use of section 40(5B)(a)(i).", []),
    ("I find that section 40(5) ought not to have been applied.", []),
    ("The force no longer relies upon section 31.", []),
    ("Section 31 falls away and the figures are given below.", []),
    ("We have dropped our reliance on section 43.", []),
    ("Our use of section 12 was mistaken; the figures follow.", []),
    ("Section 14 was considered and rejected.", []),
    ("We do not think that section 40(2) stands in the way.", []),
    ("You asked us not to use section 12.", []),
    ("You mention section 31 in your request.", []),
    ("In order to stay within section 12 we searched one year only, and the figures for it are below.", []),
    ("To keep within the cost limit of section 12 please shorten the period.", []),
    ("You may wish to limit the period, as otherwise section 12 could come into play.", []),
    ("Under section 16 we suggest asking for one year so that section 12 is not reached.", []),
    ("There is a danger that section 12 would be reached.", []),
    ("This could well take us over the limit of section 12 if the period is not cut down.", []),
    ("Such a search might go beyond what section 12 allows.", []),
    ("We will have to think about section 40(2) once the papers are found.", []),
    ("It was at first thought that section 30 applied, but on reflection it does not.", []),
    ("If the request is not clarified it may be refused under section 12.", []),
    ("It may be that section 21 applies to part of this and we shall tell you.", []),
    ("Whether section 38 applies has still to be decided.", []),
    ("Section 31 has been set aside on review.", []),
    ("The exemption at section 42 has been lifted.", []),
    ("We had relied on section 22; the report has since been published and is attached.", []),
    (
        "Some of it is exempt by virtue of Section 30(1)(a)(i); this is a qualified, class based exemption.",
        ["s30(1)(a)(i)"],
    ),
    ("I am not obliged to supply the rest pursuant to Section 31(1)(g) and 31(2)(b).", ["s31(1)(g)", "s31(2)(b)"]),
    ("Whilst the cost limit under section 12 would have permitted refusal, we have chosen to answer in full.", []),
    ("Please be aware that repeated requests of this kind may be treated as vexatious under section 14(1).", []),
    ("Your request is vexatious within the meaning of section 14(1).", ["s14(1)"]),
    ("Any further request on this theme is likely to be refused under section 14(2).", []),
    ("We could not provide names without engaging section 40(2), so only totals are shown.", ["s40(2)"]),
    ("Numbers under five are shown as <5 because of section 40(2).", ["s40(2)"]),
    ("The remainder is subject to section 43(2).", ["s43(2)"]),
    ("If you were to ask only for the year 2024, section 12 would not be an obstacle.", []),
    ("A reduced request may still attract other exemptions, such as section 31 or section 40.", []),
    ("Other exemptions, for instance section 31, may apply to a refined request.", []),
    ("I reserve the right to rely on section 31 in any review.", []),
    ("Please note that exemptions such as section 40 may apply to any future request.", []),
    ("This should not be taken to mean that section 23 does or does not apply.", []),
    ("We have extended the deadline to consider the public interest in the exemption in section 31(1)(a).", []),
    ("The names are redacted – s.40(2).", ["s40(2)"]),
    ("It is our view that section 38 is not engaged.", []),
    ("We rely on s.21; the link is below.", ["s21"]),
    ("The data are available on our site and so section 21 is applicable.", ["s21"]),
    ("Section 22 (future publication) is relied upon because the report comes out in June.", ["s22"]),
    ("Therefore section 12(2) of the Act removes the duty to confirm.", ["s12(2)"]),
    ("On this occasion the exemption provided by section 36 has not been found to apply.", []),
    ("We were minded to use section 31 but have decided to disclose.", []),
    ("Had the information been held it would have been exempt under section 40(2).", []),
    ("Even if held, it would be exempt under section 41.", []),
    ("Section 40(5B)(a)(i) means that we neither confirm nor deny.", ["s40(5B)(a)(i)"]),
    ("The Department asked us to cite section 43, but we do not agree that it applies.", []),
    ("In your view section 31 cannot apply. We disagree: section 31(1)(a) is engaged.", ["s31(1)(a)"]),
    ("Our estimate of 33 hours takes the request past the section 12 threshold.", ["s12"]),
    ("This takes us beyond the limit of section 12 and the whole request falls.", ["s12"]),
    ("We cannot say how long a wider search would take, but section 12 would be a consideration.", []),
    ("Ask for one stable, although section 40 might still have to be considered for low numbers.", []),
    ("A longer list would be possible, but section 43 would need to be weighed.", []),
    ("The names would have to be left out, as section 40(2) is engaged.", ["s40(2)"]),
    ("I conclude that the information in the first limb is exempt under section 40(2).", ["s40(2)"]),
    ("Searches under section 60 of the 1994 Act are published, and we are relieved by section 21.", ["s21"]),
]


@pytest.mark.parametrize(("sentence", "relied"), SENTENCES)
def test_relied_on(sentence: str, relied: list[str]) -> None:
    found = dict.fromkeys(one.section for one in citations([sentence], page=[sentence]) if one.relied_on)
    assert sorted(found) == sorted(relied)


def test_words_beside_a_section() -> None:
    assert is_hedged("A wider request would exceed section 12.", "A wider request would exceed ", ".")
    assert not is_hedged("This would exceed section 12.", "This would exceed ", ".")
    assert is_kept_back(" and so is not given.")
    assert not is_kept_back(" and could be refused.")

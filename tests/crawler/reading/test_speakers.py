"""For whom a document speaks."""

from crawler.reading.speakers import answering, asked, reported

HERTS = "Hertfordshire Constabulary"


def test_the_letterhead_is_not_the_force_that_answers() -> None:
    lines = [
        "Bedfordshire Police Headquarters,",
        "Woburn Road, Kempston",
        "Hertfordshire Constabulary holds this.",
        "Hertfordshire Constabulary provides you the right to request an independent review.",
    ]
    assert answering(lines) == (HERTS,)
    assert answering(lines, "https://www.herts.police.uk/x/") == (HERTS,)


def test_an_e_mail_address_tells() -> None:
    assert answering(["Bedfordshire Police Headquarters, Woburn Road", "Email: foi@herts.pnn.police.uk"]) == (HERTS,)


def test_a_joint_reply_has_all_its_forces() -> None:
    line = "This is a joint response on behalf of Surrey Police and Sussex Police."
    assert answering([line]) == ("Surrey Police", "Sussex Police")
    assert answering([line], "https://www.sussex.police.uk/x/") == ("Surrey Police", "Sussex Police")


def test_another_force_in_the_text_is_not_the_answer() -> None:
    lines = ["Kent Police holds this.", "Officers moved to Essex Police and the Metropolitan Police."]
    assert answering(lines, "https://www.kent.police.uk/x/") == ("Kent Police",)


def test_the_owner_is_the_last_resort() -> None:
    assert answering(["Nine dogs."], "", "Gwent Police") == ("Gwent Police",)
    assert answering(["Nine dogs."]) == ()


def test_correspondence_and_news() -> None:
    assert asked(["Dear Kent Police,", "Essex Police is next door"], "") == ("Kent Police",)
    assert reported(
        ["Herts Police paid.", "The force, Hertfordshire Constabulary, said: no", "Kent Police too"], ""
    ) == (HERTS,)


def test_a_log_publishes_its_own_answers_unless_another_is_said_to_answer() -> None:
    assert answering(["Officers moved to Essex Police."], "", "Gwent Police") == ("Gwent Police",)
    assert answering(["Essex Police holds this."], "", "Gwent Police") == ("Essex Police",)
    assert answering(["Essex Police holds this, Gwent Police too."], "", "Gwent Police") == ("Gwent Police",)

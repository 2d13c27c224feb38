"""Metropolitan Police Service."""

from crawler.platforms.single_online_home import SingleOnlineHome


class Met(SingleOnlineHome):
    name = "met"
    full_name = "Metropolitan Police Service"
    site = "https://www.met.police.uk"

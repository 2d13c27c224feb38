"""Hertfordshire Constabulary."""

from crawler.platforms.single_online_home import SingleOnlineHome


class Herts(SingleOnlineHome):
    name = "herts"
    full_name = "Hertfordshire Constabulary"
    site = "https://www.herts.police.uk"

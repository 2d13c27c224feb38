"""Bedfordshire Police."""

from crawler.platforms.single_online_home import SingleOnlineHome


class Beds(SingleOnlineHome):
    name = "beds"
    full_name = "Bedfordshire Police"
    site = "https://www.beds.police.uk"
    old_sites = ("https://www.bedfordshire.police.uk",)

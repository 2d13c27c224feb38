"""West Midlands Police."""

from crawler.platforms.wordpress import WordPress


class WestMidlands(WordPress):
    name = "west_midlands"
    full_name = "West Midlands Police"
    site = "https://foi.west-midlands.police.uk"

"""Renders the project's own pages at once: Datasette's environment awaits every value, which costs as much again."""

from functools import lru_cache
from typing import Any

from datasette import Response
from datasette.plugins import pm
from datasette.utils import await_me_maybe
from jinja2 import Environment, Template

_LOGIN = "/-/login"  # the plugin for a login offers its form, which the site has not
_DISCLOSURE = "foi/disclosures/"


class AtOnce(Template):
    """A template that awaits nothing, for Datasette, which awaits the page."""

    async def render_async(self, *args: Any, **kwargs: Any) -> str:
        """The page."""
        return self.render(*args, **kwargs)


async def rendered(datasette: Any, request: Any, name: str, context: dict[str, Any], status: int = 200) -> Response:
    """The page of a template whose values are all there: nothing in `context` is to be awaited."""
    template = _at_once(datasette.jinja_env).get_template(name)
    return Response.html(await datasette.render_template(template, context, request=request), status=status)


async def links(datasette: Any, request: Any) -> list[dict[str, str]]:
    """What other plugins have in the menu, on this site: each with its `href` and its `label`."""
    actor = request.actor if request else None
    offered = [
        await await_me_maybe(hook)
        for hook in pm.hook.menu_links(datasette=datasette, actor=actor, request=request or None)
    ]
    every = [link for group in offered for link in group or []]
    return [link for link in every if link["href"].startswith("/") and not link["href"].endswith(_LOGIN)]


def section(datasette: Any, request: Any) -> str:
    """The entry of the menu that a page is below, such as "/forces"; "" where it is below none."""
    path = request.path.removeprefix(datasette.setting("base_url")).strip("/") if request else ""
    return "" if path.startswith(_DISCLOSURE) or not path else "/" + path.partition("/")[0]


@lru_cache(maxsize=8)  # one for each site of this process
def _at_once(environment: Environment) -> Environment:
    found = environment.overlay(enable_async=False)
    found.template_class = AtOnce
    return found

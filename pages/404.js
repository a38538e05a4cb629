// Some messengers write the # of a link as %23 (and its = as %3D), and some encode that once more. The result is then part of the
// path, where there is no page: put the # back. The path before it stays on this site, also where it begins with two slashes.
{
  const found = /^(.*?)%(?:25)?23exhale(?:=|%(?:25)?3[Dd])([0-9A-Za-z]{1,64})$/.exec(location.pathname);
  if (found) location.replace(`${location.origin}${found[1]}${location.search}#exhale=${found[2]}`);
}

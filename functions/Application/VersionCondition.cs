namespace Kinerja.Application;

/// <summary>Versions that a condition names; with <paramref name="Any"/> whichever stands.</summary>
public sealed record NamedVersions(bool Any, IReadOnlySet<int> Versions)
{
    public bool Names(int standing) => standing > 0 && (Any || Versions.Contains(standing));
}

/// <summary>
/// What a request demands of the version that stands (RFC 9110, section 13.1): If-Match that it is one of those named,
/// If-None-Match that it is none of them. Where nothing stands, If-Match never holds and If-None-Match always does.
/// </summary>
public sealed record VersionCondition(NamedVersions? Match, NamedVersions? NoneMatch)
{
    /// <summary>That one version stands.</summary>
    public static VersionCondition On(int version) =>
        new(new NamedVersions(Any: false, new HashSet<int> { version }), NoneMatch: null);

    /// <param name="standing">The version that stands; 0 or null when nothing does.</param>
    public bool Allows(int? standing) =>
        Match?.Names(standing ?? 0) != false && NoneMatch?.Names(standing ?? 0) != true;
}

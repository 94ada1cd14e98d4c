using System.Collections.Frozen;
using NodaTime;

namespace Kinerja.Application.Json;

/// <summary>Time zones as bodies and files name them.</summary>
internal static class IanaZones
{
    private static readonly FrozenSet<string> Names =
        DateTimeZoneProviders.Tzdb.Ids.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>
    /// The zone of that name, in the letters of the IANA database; null for anything else. NodaTime's own names of
    /// fixed offsets (UTC+07) are none of them.
    /// </summary>
    internal static DateTimeZone? Find(string? name) =>
        name is not null && Names.Contains(name) ? DateTimeZoneProviders.Tzdb[name] : null;
}

using Kinerja.Domain;

namespace Kinerja.Application.Geofencing.GeoJson;

/// <summary>
/// The faults of one document in the order of finding: the first hundred whole, the rest counted. A megabyte of bad
/// GeoJSON must not become fifty of answer.
/// </summary>
internal sealed class FaultList
{
    internal const int MostListed = 100;

    private readonly List<FieldFault> _listed = [];

    internal int Count { get; private set; }

    internal void Add(string pointer, string detail) => Add(new FieldFault(pointer, detail));

    internal void Add(in FieldFault fault)
    {
        Count++;
        if (_listed.Count < MostListed)
        {
            _listed.Add(fault);
        }
    }

    internal void AddRange(Refusal refusal)
    {
        foreach (var fault in refusal.Faults)
        {
            Add(fault);
        }
    }

    internal Refusal Refuse()
    {
        var more = Count > MostListed ? $" The first {MostListed} of {Count} faults are listed." : "";
        return new Refusal(
            RefusalKind.Malformed, RefusalCodes.InvalidGeofence, _listed[0].Detail + more)
        { Faults = _listed };
    }
}

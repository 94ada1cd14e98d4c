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

    internal void Add(string pointer, Sentence detail) => Add(new FieldFault(pointer, detail));

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
        var first = _listed[0].Detail;
        return new Refusal(
            RefusalKind.Malformed,
            RefusalCodes.InvalidGeofence,
            Count > MostListed ? (Sentence)$"{first} The first {MostListed} of {Count} faults are listed." : first)
        { Faults = _listed };
    }
}

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

    /// <summary>These as one refusal, and a last one after them; the list itself stays as it is.</summary>
    internal Refusal Refuse(FieldFault? last = null)
    {
        var count = Count + (last is null ? 0 : 1);
        FieldFault[] listed = last is { } one && Count < MostListed ? [.. _listed, one] : [.. _listed];
        var first = listed[0].Detail;
        return new Refusal(
            RefusalKind.Malformed,
            RefusalCodes.InvalidGeofence,
            count > MostListed ? (Sentence)$"{first} The first {MostListed} of {count} faults are listed." : first)
        { Faults = listed };
    }
}

using System.Globalization;
using Kinerja.Domain;
using Kinerja.Domain.Files;

namespace Kinerja.Application.Files.Imports;

/// <summary>From a refusal's pointers to cells.</summary>
internal static class RowFaults
{
    /// <summary>Which of the two would hold, nobody could say.</summary>
    internal static CellFault Twice { get; } = new(
        null, RefusalCodes.InvalidField, "A row above says something of the same from the same day.");

    /// <summary>Whom a row with faults is about: an id that has its form, nothing else that a cell may hold.</summary>
    internal static string? Subject(string? id) =>
        EmployeeId.Parse(id).TryGet(out var known, out _) ? known.ToString() : null;

    /// <summary>What is wrong with the form of the cells and with what they say, once a column.</summary>
    internal static IReadOnlyList<CellFault> Of(ImportRow row, Refusal? refusal) =>
        [.. row.Faults.Concat(refusal is null ? [] : Of(refusal)).DistinctBy(fault => fault.Column)];

    /// <summary>Of one row's own body: the pointer is the member, which is the column.</summary>
    internal static IReadOnlyList<CellFault> Of(Refusal refusal) => refusal.Faults.Count == 0
        ? [new(null, refusal.Code, refusal.Detail)]
        : [.. refusal.Faults.Select(f => new CellFault(ColumnOf(f.Pointer), refusal.Code, f.Detail))];

    private static string? ColumnOf(string pointer) => pointer.Split('/')[^1] is { Length: > 0 } column ? column : null;

    /// <summary>
    /// Of a list: <c>/employees/3/unitId</c> is <c>/unitId</c> of the fourth item, and <c>/employees/3</c> all of it.
    /// </summary>
    internal static ILookup<int, FieldFault> ByItem(Refusal refusal) => refusal.Faults
        .Select(fault => (Parts: fault.Pointer.Split('/', 4), Fault: fault))
        .Where(f => f.Parts.Length > 2)
        .ToLookup(
            f => int.Parse(f.Parts[2], CultureInfo.InvariantCulture),
            f => f.Fault with { Pointer = f.Parts.Length > 3 ? $"/{f.Parts[3]}" : "" });
}

using Azure.Data.Tables;
using Kinerja.Domain;

namespace Kinerja.Application.Tests.Tables.Pinned;

/// <summary>A value whose row says by whom it was written, and the value does not.</summary>
internal sealed record Written<T>(T Value, Actor By);

/// <summary>One kind of row of a table: a value with everything in it, its row, and how the row is read.</summary>
/// <param name="Kind">What the row is, beside the other kinds of its table.</param>
internal sealed record PinnedRow(
    string Table, string Kind, object Value, TableEntity Row, Func<TableEntity, object> Read)
{
    /// <summary>Its bytes are given back as they came: what is in them is no shape of this code.</summary>
    internal bool IsVerbatim { get; init; }

    internal static PinnedRow Of<T>(
        string table, string kind, T value, Func<T, TableEntity> write, Func<TableEntity, T> read)
        where T : notnull => new(table, kind, value, write(value), row => read(row));

    /// <summary>Every kind of row of every table.</summary>
    internal static IReadOnlyList<PinnedRow> All { get; } =
        [.. PinnedPeople.Rows, .. PinnedPlaces.Rows, .. PinnedPresence.Rows, .. PinnedWork.Rows, .. PinnedResults.Rows,
            .. PinnedFiles.Rows, .. PinnedExchange.Rows, .. PinnedOperations.Rows,
            .. Unsent.Log];

    /// <summary>Such as <c>CheckIns: pointer of an id</c>.</summary>
    internal string Name => $"{Table}: {Kind}";

    internal static PinnedRow Find(string name) => All.Single(row => row.Name == name);
}

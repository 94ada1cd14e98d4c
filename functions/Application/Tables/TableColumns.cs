using System.Globalization;
using Azure.Data.Tables;
using Kinerja.Domain;
using NodaTime;

namespace Kinerja.Application.Tables;

/// <summary>
/// How single values stand in a column. Enums by their wire name, instants as UTC, dates never as text of a zone.
/// </summary>
internal static class TableColumns
{
    /// <summary>Every row carries the version of its own layout, for the day when one changes.</summary>
    internal const string Layout = "Layout";

    /// <summary>The newest layout that this version writes and reads.</summary>
    internal const int NewestLayout = 1;

    internal static TableEntity NewRow(string partition, string row) => new(partition, row) { [Layout] = NewestLayout };

    /// <summary>The row itself. Throws when a later version wrote it: half a row read is worse than none.</summary>
    internal static TableEntity OfKnownLayout(this TableEntity row, string table) =>
        row.GetInt32(Layout) is { } layout and > NewestLayout
            ? throw new InvalidDataException(string.Create(
                CultureInfo.InvariantCulture,
                $"Table {table} has a row of layout {layout}, and this version reads layouts up to {NewestLayout}."))
            : row;

    internal static T Enum<T>(this TableEntity row, string column)
        where T : struct, Enum => StoredValues.Enum<T>(row.Text(column));

    internal static T? EnumOrNull<T>(this TableEntity row, string column)
        where T : struct, Enum => StoredValues.EnumOrNull<T>(row.GetString(column));

    internal static void PutEnum<T>(this TableEntity row, string column, T? value)
        where T : struct, Enum
    {
        if (value is { } given)
        {
            row[column] = JsonFormat.Name(given);
        }
    }

    /// <summary>
    /// Unix nanoseconds do not fit and a table's own time keeps 100 ns: ticks since 1970, exact for what we read.
    /// </summary>
    internal static Instant Instant(this TableEntity row, string column) =>
        NodaTime.Instant.FromUnixTimeTicks(row.GetInt64(column)!.Value);

    internal static void PutInstant(this TableEntity row, string column, Instant value) =>
        row[column] = value.ToUnixTimeTicks();

    internal static AppraisalPeriod Period(this TableEntity row) => AppraisalPeriod.Parse(row.Text("Period")).Value;

    internal static void PutPeriod(this TableEntity row, AppraisalPeriod period) => row["Period"] = period.ToString();

    internal static int Int(this TableEntity row, string column) => row.GetInt32(column)!.Value;

    internal static void PutInt(this TableEntity row, string column, int? value)
    {
        if (value is { } given)
        {
            row[column] = given;
        }
    }

    /// <summary>Years one after the other; nothing is stored of none.</summary>
    internal static void PutYears(this TableEntity row, string column, IReadOnlyList<int> years) => row.PutText(
        column,
        years.Count > 0 ? string.Join(' ', years.Select(y => y.ToString(CultureInfo.InvariantCulture))) : null);

    internal static IReadOnlyList<int> Years(this TableEntity row, string column) =>
        row.GetString(column) is { } text
            ? [.. text.Split(' ').Select(y => int.Parse(y, CultureInfo.InvariantCulture))]
            : [];

    internal static string Text(this TableEntity row, string column) => row.GetString(column)!;

    internal static void PutText(this TableEntity row, string column, string? value)
    {
        if (value is not null)
        {
            row[column] = value;
        }
    }
}

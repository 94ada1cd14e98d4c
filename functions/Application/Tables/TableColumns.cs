using Azure.Data.Tables;
using Kinerja.Domain;
using NodaTime;

namespace Kinerja.Application.Tables;

/// <summary>How single values stand in a column. Enums by their wire name, instants as UTC, dates never as text of a zone.</summary>
internal static class TableColumns
{
    /// <summary>Every row carries the version of its own layout, for the day when one changes.</summary>
    internal const string Layout = "Layout";

    internal static TableEntity NewRow(string partition, string row, int layout = 1) =>
        new(partition, row) { [Layout] = layout };

    internal static T Enum<T>(this TableEntity row, string column)
        where T : struct, Enum => EnumNames<T>.ByName[row.Text(column)];

    internal static T? EnumOrNull<T>(this TableEntity row, string column)
        where T : struct, Enum => row.GetString(column) is { } name ? EnumNames<T>.ByName[name] : null;

    internal static void PutEnum<T>(this TableEntity row, string column, T? value)
        where T : struct, Enum
    {
        if (value is { } given)
        {
            row[column] = JsonFormat.Name(given);
        }
    }

    /// <summary>Unix nanoseconds do not fit and a table's own time keeps 100 ns: ticks since 1970, exact for what we read.</summary>
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

    internal static string Text(this TableEntity row, string column) => row.GetString(column)!;

    internal static void PutText(this TableEntity row, string column, string? value)
    {
        if (value is not null)
        {
            row[column] = value;
        }
    }
}

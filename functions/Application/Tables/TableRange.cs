using System.Globalization;
using Azure.Data.Tables;
using Kinerja.Domain;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.Tables;

/// <summary>
/// The filters that exist here: a partition, a prefix of row keys in it, a slice of people in it or a stretch, and a
/// run of partitions.
/// </summary>
internal static class TableRange
{
    internal static string Partition(string partition) =>
        TableClient.CreateQueryFilter($"PartitionKey eq {partition}");

    /// <summary>
    /// Prefixes end in an underscore or a hyphen; what begins with one ends before its successor in the character
    /// order.
    /// </summary>
    internal static string Prefix(string partition, string prefix)
    {
        var end = prefix[..^1] + (char)(prefix[^1] + 1);
        return TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {prefix} and RowKey lt {end}");
    }

    /// <summary>The part of a prefix that comes after a key in it; the prefix itself gives all of it.</summary>
    internal static string PrefixAfter(string partition, string prefix, string after)
    {
        var end = prefix[..^1] + (char)(prefix[^1] + 1);
        return TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey gt {after} and RowKey lt {end}");
    }

    /// <summary>The same, of rows that somebody has still to look at.</summary>
    internal static string OpenAfter(string partition, string prefix, string after) =>
        PrefixAfter(partition, prefix, after) + TableClient.CreateQueryFilter($" and Open eq {true}");

    /// <summary>A partition after a key, which itself is left out; the empty key comes before all.</summary>
    internal static string After(string partition, string after) =>
        TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey gt {after}");

    /// <summary>Every partition whose key begins so; the prefix ends in an underscore, as above.</summary>
    internal static string Partitions(string prefix)
    {
        var end = prefix[..^1] + (char)(prefix[^1] + 1);
        return TableClient.CreateQueryFilter($"PartitionKey ge {prefix} and PartitionKey lt {end}");
    }

    /// <summary>Of every partition whose key begins so, the rows from a key (included) to another (excluded).</summary>
    internal static string RowsOfPartitions(string prefix, string from, string to) =>
        Partitions(prefix) + TableClient.CreateQueryFilter($" and RowKey ge {from} and RowKey lt {to}");

    /// <summary>From a key (included) to another (excluded).</summary>
    internal static string Between(string partition, string from, string to) =>
        TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {from} and RowKey lt {to}");

    /// <summary>And people of whom something has changed by itself since they were written.</summary>
    internal static string ActiveOfUnit(string partition, UnitId unit, LocalDate today) =>
        TableClient.CreateQueryFilter(
            $"PartitionKey eq {partition} and ((UnitId eq {unit.ToString()} and Active eq {true}) or ChangesOn le {StoredValues.Text(today)})");

    /// <summary>Of the rows by receiver alone.</summary>
    internal static string LeaderNotes(string partition, HashRange range) =>
        People(partition, range) + TableClient.CreateQueryFilter($" and Role eq {"leader"}");

    /// <summary>And people of whom something has changed by itself since they were written.</summary>
    internal static string ActiveRatedBy(string partition, EmployeeId rater, LocalDate today) =>
        TableClient.CreateQueryFilter(
            $"PartitionKey eq {partition} and ((RaterId eq {rater.ToString()} and Active eq {true}) or ChangesOn le {StoredValues.Text(today)})");

    internal static string People(string partition, HashRange range, string prefix = "")
    {
        var from = prefix + Place(range.From);
        var to = prefix + (range.To == HashRange.Places ? "g" : Place(range.To));
        return TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {from} and RowKey lt {to}");
    }

    /// <summary>Of those rows, the ones whose work date is one of these days.</summary>
    internal static string WorkDates(string filter, DateInterval days)
    {
        var (first, last) = (LocalDatePattern.Iso.Format(days.Start), LocalDatePattern.Iso.Format(days.End));
        return filter + TableClient.CreateQueryFilter($" and WorkDate ge {first} and WorkDate le {last}");
    }

    private static string Place(int place) => place.ToString("x4", CultureInfo.InvariantCulture);
}

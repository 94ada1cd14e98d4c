using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kinerja.Application.Tables;

namespace Kinerja.Application.Tests.Tables.Pinned;

/// <summary>
/// One full row of every kind in every table, as data beside this file. A test that fails here says: rows that are
/// stored look otherwise. Until the first release the pinned row changes with the code, and the number of the main
/// command's folder is raised where it could not go on from its own rows; from then on old rows are read for ever, and
/// a new layout gets a pinned row beside the old one.
/// </summary>
public sealed class PinnedRowsTests
{
    /// <summary>
    /// Not written: the store's own clock and tag, what follows from the row's place, and where on a map a fault is,
    /// which no row of a register has.
    /// </summary>
    private static readonly string[] NotInColumns =
    [
        "FieldFault.At", "OutgoingEvent.LeftAt", "OutgoingEvent.Number", "OutgoingEvent.Place", "StaleMonth.Tag",
        "StandingFence.Tag",
    ];

    public static TheoryData<string> Rows => new(PinnedRow.All.Select(row => row.Name));

    public static TheoryData<string> Tables => new(TableNames.All);

    [Fact]
    public void Every_table_has_a_pinned_row_and_every_pinned_row_a_table()
    {
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream("infra.tables.json")!;
        var tables = JsonSerializer.Deserialize<string[]>(file)!.Order();

        Assert.Equal(tables, PinnedRow.All.Select(row => row.Table).Distinct().Order());
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void A_tables_file_holds_the_kinds_of_its_rows(string table) =>
        Assert.Equal(
            PinnedRow.All.Where(row => row.Table == table).Select(row => row.Kind),
            PinnedColumns.FileOf(table).Select(kind => kind.Key));

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_value_is_written_as_pinned(string name)
    {
        var row = PinnedRow.Find(name);

        Assert.Equal(
            PinnedColumns.Show(PinnedColumns.Of(row)),
            PinnedColumns.Show(PinnedColumns.Show(Columns.WithinLimits(row.Row))));
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_pinned_row_is_read_as_the_value_that_was_written(string name) => IsRead(name, row => row);

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_column_and_a_member_of_JSON_that_are_not_known_are_ignored(string name) => IsRead(name, row =>
    {
        foreach (var (_, value) in row.Where(_ => !PinnedRow.Find(name).IsVerbatim))
        {
            AddMembers(value);
        }

        row["Later String"] = "of a later version";
        return row;
    });

    /// <summary>A member that is null, zero or empty could be lost without anybody seeing it.</summary>
    [Theory]
    [MemberData(nameof(Tables))]
    public void The_pinned_values_leave_no_member_at_its_default(string table)
    {
        var leaves = PinnedRow.All.Where(row => row.Table == table).SelectMany(row => Leaves.Of(row.Value)).ToList();

        Assert.NotEmpty(leaves);
        var said = leaves.Where(leaf => leaf.Says).Select(leaf => leaf.Member);
        Assert.Empty(leaves.Select(leaf => leaf.Member).Except(said).Except(NotInColumns));
    }

    private static void IsRead(string name, Func<JsonObject, JsonObject> change)
    {
        var pinned = PinnedRow.Find(name);
        var row = PinnedColumns.Read(change(PinnedColumns.Of(pinned)!.AsObject()));

        Assert.Equal(Leaves.Of(pinned.Value), Leaves.Of(pinned.Read(row)));
    }

    private static void AddMembers(JsonNode? node)
    {
        var children = node switch
        {
            JsonObject open => open.Select(member => member.Value),
            JsonArray list => list.AsEnumerable(),
            _ => [],
        };
        foreach (var child in children)
        {
            AddMembers(child);
        }

        if (node is JsonObject whole)
        {
            whole["later"] = new JsonObject { ["of"] = new JsonArray(1, "a later version") };
        }
    }
}

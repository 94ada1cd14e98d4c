using System.Reflection;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using Kinerja.Application.Tables;
using Kinerja.Domain.FollowUp;

namespace Kinerja.Application.Tests.Tables.Pinned;

/// <summary>
/// Every text by which an enum stands in a row. Rows hold them for ever: one may be added, none may change or go.
/// </summary>
public sealed class PinnedEnumsTests
{
    /// <summary>
    /// Those in pinned values, and what only follows from a value and has a column of its own to be looked for.
    /// </summary>
    private static IEnumerable<Type> Stored => PinnedRow.All
        .SelectMany(row => Leaves.Of(row.Value))
        .Select(leaf => leaf.Value?.GetType()).OfType<Type>().Where(type => type.IsEnum)
        .Append(typeof(ProposalState)).Distinct();

    [Fact]
    public void The_texts_of_every_enum_that_is_stored_are_pinned() =>
        Assert.Equal(PinnedColumns.Show(PinnedColumns.FileOf("Enums")), PinnedColumns.Show(Shown()));

    internal static JsonObject Shown() => new(Stored
        .OrderBy(type => type.Name, StringComparer.Ordinal)
        .Select(type => KeyValuePair.Create<string, JsonNode?>(type.Name, string.Join(' ', TextsOf(type)))));

    private static IEnumerable<string> TextsOf(Type type) =>
        (IEnumerable<string>)typeof(PinnedEnumsTests)
            .GetMethod(nameof(Texts), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(type).Invoke(null, null)!;

    private static List<string> Texts<T>()
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(value =>
        {
            var row = new TableEntity();
            row.PutEnum<T>("Column", value);
            Assert.Equal(value, row.Enum<T>("Column"));
            return row.Text("Column");
        })];
}

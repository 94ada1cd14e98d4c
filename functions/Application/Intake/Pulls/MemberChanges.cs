using System.Text.Json;
using Kinerja.Domain.Intake.Pulls;

namespace Kinerja.Application.Intake.Pulls;

/// <summary>Which members of a thing say something else, by their names in the API.</summary>
internal static class MemberChanges
{
    /// <summary>A NIP is never shown: only that there is one.</summary>
    internal static MemberChange OfNip { get; } = new("nip", null, null);

    /// <param name="before">Null: there was nothing.</param>
    /// <param name="after">What is said now.</param>
    internal static IReadOnlyList<MemberChange> Between(JsonElement? before, JsonElement after)
    {
        var (was, now) = (TextsOf(before), TextsOf(after));
        return
        [
            .. was.Keys.Union(now.Keys).Where(name => name != "id")
                .Select(name => new MemberChange(name, was.GetValueOrDefault(name), now.GetValueOrDefault(name)))
                .Where(member => member.Before != member.After),
        ];
    }

    private static Dictionary<string, string> TextsOf(JsonElement? thing) => thing is { } known
        ? known.EnumerateObject().ToDictionary(
            m => m.Name,
            m => m.Value.ValueKind == JsonValueKind.String ? m.Value.GetString()! : m.Value.GetRawText(),
            StringComparer.Ordinal)
        : [];
}

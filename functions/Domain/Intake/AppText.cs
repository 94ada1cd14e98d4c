using System.Text.Json;

namespace Kinerja.Domain.Intake;

/// <summary>A value of an app's as a text; null when there is none.</summary>
internal readonly record struct AppText(string? Text)
{
    /// <summary>Longer than any member of ours; the limit bounds what a thousand records may cost.</summary>
    private const int MostLetters = 4000;

    /// <summary>
    /// What stands at these places, joined with a space. Texts are trimmed; numbers stay as they are written, true and
    /// false are words. All missing is no value; some missing is a fault.
    /// </summary>
    internal static Result<AppText> Read(JsonElement root, string at, IReadOnlyList<AppPointer> places)
    {
        var texts = new string?[places.Count];
        for (var i = 0; i < places.Count; i++)
        {
            if (!One(root, at, places[i]).TryGet(out var one, out var refusal))
            {
                return refusal;
            }

            texts[i] = one.Text;
        }

        var missing = Array.IndexOf(texts, null);
        return missing < 0 ? new AppText(string.Join(' ', texts))
            : Array.TrueForAll(texts, text => text is null) ? new AppText(null)
            : Refusal.Malformed(at + places[missing], "This member is required beside the others of its value.");
    }

    /// <summary>
    /// An id of what stands at these places; all of them must be there. None may be a NIP: an id is no secret, and a
    /// NIP is guessed from its hash.
    /// </summary>
    internal static Result<AppText> Hash(
        MappingId mapping, JsonElement root, string at, IReadOnlyList<AppPointer> places)
    {
        var texts = new List<string>();
        foreach (var place in places)
        {
            if (!One(root, at, place).TryGet(out var one, out var refusal))
            {
                return refusal;
            }

            if (one.Text is not { } text)
            {
                return Refusal.Malformed(at + place, "The record's id is made of this member: it is required.");
            }

            if (NipText.StandsIn(text))
            {
                return Refusal.Malformed(at + place, "The record's id is not made of a NIP.");
            }

            texts.Add(text);
        }

        return new AppText(IntakeId.Of(mapping, texts));
    }

    private static Result<AppText> One(JsonElement root, string at, AppPointer place)
    {
        if (place.Find(root) is not { } found)
        {
            return new AppText(null);
        }

        var text = found.ValueKind switch
        {
            JsonValueKind.String => found.GetString()!.Trim(),
            JsonValueKind.Number => found.GetRawText(),
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            _ => null,
        };
        return text switch
        {
            null => Refusal.Malformed(at + place, "A text, a number, or true or false is expected here."),
            "" => new AppText(null),
            { Length: > MostLetters } => Refusal.Malformed(at + place, $"At most {MostLetters} characters are taken."),
            _ => new AppText(text),
        };
    }
}

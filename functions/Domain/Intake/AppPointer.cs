using System.Globalization;
using System.Text.Json;

namespace Kinerja.Domain.Intake;

/// <summary>
/// A place in an app's JSON: a JSON pointer (RFC 6901) of at most 200 characters. The empty one is the whole.
/// </summary>
public sealed record AppPointer
{
    private const int MostLetters = 200;

    private readonly string[] _steps;

    private AppPointer(string text)
    {
        Text = text;
        _steps = text.Split('/').Skip(1)
            .Select(step => step.Replace("~1", "/", StringComparison.Ordinal)
                .Replace("~0", "~", StringComparison.Ordinal))
            .ToArray();
    }

    public string Text { get; }

    public static Result<AppPointer> Parse(string? text, string pointer) =>
        text is { Length: <= MostLetters } && (text.Length == 0 || text[0] == '/') && PlainText.IsPlain(text)
            && AreEscapes(text)
                ? new AppPointer(text)
                : Refusal.Malformed(pointer, "A JSON pointer such as /data/waktu is expected (RFC 6901).");

    /// <summary>What stands there; null when nothing does, or a JSON null.</summary>
    public JsonElement? Find(JsonElement root)
    {
        var found = root;
        foreach (var step in _steps)
        {
            if (!Enter(found, step, out found))
            {
                return null;
            }
        }

        return found.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined ? null : found;
    }

    public bool Equals(AppPointer? other) => other?.Text == Text;

    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Text;

    private static bool Enter(JsonElement element, string step, out JsonElement inner)
    {
        inner = default;
        if (element.ValueKind == JsonValueKind.Object)
        {
            return element.TryGetProperty(step, out inner);
        }

        if (element.ValueKind != JsonValueKind.Array || (step.Length > 1 && step[0] == '0')
            || !int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            || index >= element.GetArrayLength())
        {
            return false;
        }

        inner = element[index];
        return true;
    }

    /// <summary>A tilde begins ~0 or ~1 and nothing else.</summary>
    private static bool AreEscapes(string text)
    {
        for (var at = text.IndexOf('~', StringComparison.Ordinal); at >= 0; at = text.IndexOf('~', at + 1))
        {
            if (at + 1 == text.Length || text[at + 1] is not ('0' or '1'))
            {
                return false;
            }
        }

        return true;
    }
}

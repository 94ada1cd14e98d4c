namespace Kinerja.Application.Explanations;

/// <summary>
/// One thing that was read or concluded, with its source, in the order in which it was used: for programs its code and
/// parameters as the wire names them, for people the same in English and Indonesian.
/// </summary>
public sealed record ExplanationStep(
    string Code, IReadOnlyDictionary<string, string> Parameters, string En, string Id, string Source)
{
    /// <summary>A name in braces in the words stands for the parameter of that name.</summary>
    internal static ExplanationStep Of<TCode>(
        TCode code,
        (string English, string Indonesian) words,
        string source,
        params ReadOnlySpan<(string Name, Told Value)> parameters)
        where TCode : struct, Enum
    {
        var (english, indonesian) = words;
        var values = new Dictionary<string, string>(parameters.Length);
        foreach (var (name, value) in parameters)
        {
            values.Add(name, value.Wire);
            var place = $"{{{name}}}";
            english = english.Replace(place, value.English, StringComparison.Ordinal);
            indonesian = indonesian.Replace(place, value.Indonesian, StringComparison.Ordinal);
        }

        return new ExplanationStep(JsonFormat.Name(code), values, english, indonesian, source);
    }
}

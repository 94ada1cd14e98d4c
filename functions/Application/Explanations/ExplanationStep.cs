using Kinerja.Application.Json;

namespace Kinerja.Application.Explanations;

/// <summary>A step with words of one table; a name in braces in them stands for the parameter of that name.</summary>
internal delegate ExplanationStep StepOf<in TCode>(
    TCode code, Told source, params ReadOnlySpan<(string Name, Told Value)> parameters)
    where TCode : struct, Enum;

/// <summary>
/// One thing that was read or concluded, with its source, in the order in which it was used: for programs its code and
/// parameters as the wire names them, for people the same in English and Indonesian.
/// </summary>
public sealed record ExplanationStep(
    string Code, IReadOnlyDictionary<string, string> Parameters, string En, string Id, WordsResponse Source)
{
    /// <param name="templates">The words of each code.</param>
    internal static StepOf<TCode> By<TCode>(Func<TCode, (string English, string Indonesian)> templates)
        where TCode : struct, Enum =>
        (code, source, parameters) =>
        {
            var (english, indonesian) = templates(code);
            var values = new Dictionary<string, string>(parameters.Length);
            foreach (var (name, value) in parameters)
            {
                values.Add(name, value.Wire);
                var place = $"{{{name}}}";
                english = english.Replace(place, value.English, StringComparison.Ordinal);
                indonesian = indonesian.Replace(place, value.Indonesian, StringComparison.Ordinal);
            }

            return new ExplanationStep(
                JsonFormat.Name(code), values, english, indonesian, new(source.English, source.Indonesian));
        };
}

using System.Collections;
using System.Globalization;
using Kinerja.Domain;
using Kinerja.Domain.Calendars;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Evaluation.Distribution;

namespace Kinerja.Application.Tests.Policies;

/// <summary>
/// A value as text, with what it holds at every depth, so that two are compared whatever collections they use.
/// </summary>
internal static class Plain
{
    internal static string Of(object? value) => value switch
    {
        null => "null",
        string text => text,
        decimal number => (number / 1.000000000000000000000000000000000m).ToString(CultureInfo.InvariantCulture),
        PredicateMatrix matrix => $"{matrix.Version}: {string.Join(' ', Cells(matrix))}",
        DistributionPattern pattern => pattern.Name,
        WorkCalendar calendar => $"{calendar.Version} {calendar.Year}: "
            + string.Join(' ', calendar.DaysOff.Order().Select(d => $"{d:uuuu-MM-dd} {calendar.HolidayOn(d)}")),
        _ when IsPlain(value.GetType()) => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        IDictionary map => $"{{{string.Join(", ", Entries(map).Order(StringComparer.Ordinal))}}}",
        IEnumerable items => $"[{string.Join(", ", items.Cast<object?>().Select(Of))}]",
        _ => $"({string.Join(", ", Properties(value))})",
    };

    private static bool IsPlain(Type type) =>
        type.IsPrimitive || type.IsEnum || type.Namespace is "NodaTime" || type == typeof(Score)
        || type.Name.EndsWith("Id", StringComparison.Ordinal);

    private static IEnumerable<string> Entries(IDictionary map) =>
        map.Keys.Cast<object>().Select(key => $"{Convert.ToString(key, CultureInfo.InvariantCulture)}: {Of(map[key])}");

    private static IEnumerable<string> Properties(object value) => value.GetType().GetProperties()
        .Where(p => p.GetIndexParameters().Length == 0 && !p.GetMethod!.IsStatic)
        .Select(p => $"{p.Name} {Of(p.GetValue(value))}");

    private static IEnumerable<Predicate> Cells(PredicateMatrix matrix) =>
        from result in Enum.GetValues<ExpectationLevel>()
        from behaviour in Enum.GetValues<ExpectationLevel>()
        select matrix.PredicateOf(result, behaviour);
}

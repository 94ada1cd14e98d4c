using System.Collections;
using System.Reflection;
using FsCheck;
using FsCheck.Fluent;
using Kinerja.Domain;
using Kinerja.Domain.FollowUp;
using Kinerja.Domain.WorkPlans;
using NodaTime;

namespace Kinerja.Application.Tests.Tables;

/// <summary>
/// Any value of a record, by its constructor and its members that can be set: what may be null sometimes is, lists have
/// up to three items. A value that fails is made smaller member by member: nulls, shorter lists, shorter texts, first
/// names.
/// </summary>
internal static class AnyRecord
{
    private static readonly NullabilityInfoContext Nullability = new();

    private static readonly Dictionary<Type, Func<Any, object>> Known = new()
    {
        [typeof(string)] = any => any.Text(),
        [typeof(bool)] = any => any.Bool(),
        [typeof(int)] = any => any.Int(int.MaxValue),
        [typeof(double)] = any => any.Number(-1e9, 1e9),
        [typeof(decimal)] = any => any.Int(1_000_000) / 10_000m,
        [typeof(Instant)] = any => any.Instant(),
        [typeof(LocalDate)] = any => any.Day(),
        [typeof(YearMonth)] = any => any.Day().ToYearMonth(),
        [typeof(OffsetDateTime)] = any => (any.Day() + any.Time()).WithOffset(Offset.FromHours(9)),
        [typeof(AppraisalPeriod)] = any => any.Period(),
        [typeof(AgencyId)] = any => any.Agency(),
        [typeof(UnitId)] = any => any.Unit(),
        [typeof(PostId)] = any => any.Post(),
        [typeof(EmployeeId)] = any => any.Person(),
        [typeof(ClientId)] = any => any.Client(),
        [typeof(SurveyId)] = any => SurveyId.Parse(any.Unit().ToString()).Value,
        [typeof(PlanRowId)] = any => PlanRowId.Parse(any.Unit().ToString()).Value,
        [typeof(ProposalId)] = any => ProposalId.Of(any.Enum<ProposalKind>(), any.Period(), any.Person()),
        [typeof(Domain.Presence.Reviews.ReviewId)] = any => any.Review().Id,
        [typeof(Score)] = any => any.Score(),
    };

    internal static Arbitrary<T> Of<T>()
        where T : notnull => Arb.From(
            Gen.Choose(0, int.MaxValue).Select(seed => (T)Make(typeof(T), new Random(seed))),
            value => Smaller(typeof(T), value, mayBeNull: false).Cast<T>());

    private static object Make(Type type, Random random)
    {
        if (Known.TryGetValue(type, out var make))
        {
            return make(new Any(random));
        }

        if (type.IsEnum)
        {
            return Enum.GetValues(type) is var all ? all.GetValue(random.Next(all.Length))! : type;
        }

        if (ItemOf(type) is { } item)
        {
            return ListOf(item, Enumerable.Range(0, random.Next(4)).Select(_ => Make(item, random)));
        }

        return With(type, [.. MembersOf(type).Select(m =>
            m.MayBeNull && random.Next(3) == 0 ? null : Make(m.Type, random))]);
    }

    private static IEnumerable<object?> Smaller(Type type, object? value, bool mayBeNull)
    {
        if (value is null)
        {
            return [];
        }

        var smaller = value switch
        {
            string { Length: > 0 } text => [text[..(text.Length / 2)]],
            int and not 0 => [0],
            Enum when !value.Equals(Enum.GetValues(type).GetValue(0)) => [Enum.GetValues(type).GetValue(0)],
            IEnumerable list and not string => Shorter(ItemOf(type)!, [.. list.Cast<object>()]),
            _ when Known.ContainsKey(type) || type.IsEnum || value is string => [],
            _ => SmallerMembers(type, value),
        };
        return mayBeNull ? smaller.Prepend(null) : smaller;
    }

    private static IEnumerable<object?> Shorter(Type item, List<object> items) =>
        Enumerable.Range(0, items.Count).Select(gone => ListOf(item, items.Where((_, i) => i != gone)))
            .Concat(Enumerable.Range(0, items.Count).SelectMany(at => Smaller(item, items[at], mayBeNull: false)
                .Select(less => ListOf(item, items.Select((other, i) => i == at ? less! : other)))));

    private static IEnumerable<object?> SmallerMembers(Type type, object value)
    {
        var members = MembersOf(type).ToList();
        var values = members.Select(m => m.Property.GetValue(value)).ToList();
        return members.SelectMany((m, at) => Smaller(m.Type, values[at], m.MayBeNull)
            .Select(less => With(type, [.. values.Select((other, i) => i == at ? less : other)])));
    }

    private static object With(Type type, List<object?> values)
    {
        var members = MembersOf(type).ToList();
        var parameters = ConstructorOf(type).GetParameters().Length;
        var made = ConstructorOf(type).Invoke([.. values.Take(parameters)]);
        for (var i = parameters; i < members.Count; i++)
        {
            members[i].Property.SetValue(made, values[i]);
        }

        return made;
    }

    /// <summary>The constructor's in its order, then what else can be set.</summary>
    private static IEnumerable<(PropertyInfo Property, Type Type, bool MayBeNull)> MembersOf(Type type)
    {
        var first = ConstructorOf(type).GetParameters().Select(p => type.GetProperty(p.Name!)!).ToList();
        var others = type.GetProperties().Where(p => p.SetMethod is { IsPublic: true })
            .ExceptBy(first.Select(p => p.Name), p => p.Name);
        return first.Concat(others)
            .Select(p => (p, Nullable.GetUnderlyingType(p.PropertyType) ?? p.PropertyType,
                Nullability.Create(p).ReadState == NullabilityState.Nullable));
    }

    private static ConstructorInfo ConstructorOf(Type type) =>
        type.GetConstructors().OrderByDescending(c => c.GetParameters().Length).First();

    private static Type? ItemOf(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)
            ? type.GetGenericArguments()[0]
            : null;

    private static Array ListOf(Type item, IEnumerable<object> items)
    {
        var all = items.ToList();
        var list = Array.CreateInstance(item, all.Count);
        for (var i = 0; i < all.Count; i++)
        {
            list.SetValue(all[i], i);
        }

        return list;
    }
}

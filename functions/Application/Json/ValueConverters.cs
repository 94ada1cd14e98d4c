using System.Text.Json;
using System.Text.Json.Serialization;
using Kinerja.Domain;
using Kinerja.Domain.FollowUp;
using Kinerja.Domain.Presence.Reviews;
using Kinerja.Domain.WorkPlans;
using NodaTime.Serialization.SystemTextJson;

namespace Kinerja.Application.Json;

/// <summary>
/// How a value of the domain is written, wherever it stands in an answer, an event or a receipt: an id, a period, a
/// date and a moment as its text, an enum by its name, a score as its number. What is asked for is text and numbers,
/// and read by <see cref="FieldReader"/>, which tells all faults at once.
/// </summary>
internal sealed class ValueConverters : JsonConverterFactory
{
    private static readonly JsonStringEnumConverter Names = new(JsonNamingPolicy.CamelCase, allowIntegerValues: false);

    private static readonly Dictionary<Type, JsonConverter> ByType = new JsonConverter[]
    {
        NodaConverters.InstantConverter,
        NodaConverters.LocalDateConverter,
        NodaConverters.YearMonthConverter,
        new TextConverter<AgencyId>(text => AgencyId.Parse(text)),
        new TextConverter<AppraisalPeriod>(text => AppraisalPeriod.Parse(text)),
        new TextConverter<ClientId>(text => ClientId.Parse(text)),
        new TextConverter<EmployeeId>(text => EmployeeId.Parse(text)),
        new TextConverter<GeofenceId>(text => GeofenceId.Parse(text)),
        new TextConverter<PlanRowId>(text => PlanRowId.Parse(text)),
        new TextConverter<PostId>(text => PostId.Parse(text)),
        new TextConverter<ProposalId>(text => ProposalId.Parse(text)),
        new TextConverter<Quarter>(text => Quarter.Parse(text)),
        new TextConverter<ReviewId>(text => ReviewId.Parse(text)),
        new TextConverter<SurveyId>(text => SurveyId.Parse(text)),
        new TextConverter<UnitId>(text => UnitId.Parse(text)),
        new ScoreConverter(),
    }.ToDictionary(converter => converter.Type!);

    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum || ByType.ContainsKey(typeToConvert);

    public override JsonConverter? CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        ByType.TryGetValue(typeToConvert, out var known) ? known : Names.CreateConverter(typeToConvert, options);

    private sealed class TextConverter<T>(Func<string?, Result<T>> parse) : JsonConverter<T>
        where T : struct
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            parse(reader.GetString()).TryGet(out var value, out var refusal)
                ? value
                : throw new JsonException(refusal.Detail);

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }

    /// <summary>With its two decimals at most: 87.5.</summary>
    private sealed class ScoreConverter : JsonConverter<Score>
    {
        public override Score Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Score.FromHundredths((int)(reader.GetDecimal() * 100));

        public override void Write(Utf8JsonWriter writer, Score value, JsonSerializerOptions options) =>
            writer.WriteNumberValue(value.Hundredths / 100m);
    }
}

using Kinerja.Application.Json;
using Kinerja.Domain;
using Kinerja.Domain.FollowUp;

namespace Kinerja.Application.FollowUp;

/// <summary>Points with their arithmetic, or none: <c>why</c> says so, and none is never zero.</summary>
public sealed record CreditPointsResponse(
    string EmployeeId,
    string Period,
    int Revision,
    string RunState,
    string? Predicate,
    string Level,
    int Months,
    decimal? Percent,
    decimal? Coefficient,
    string? CoefficientSource,
    decimal? Points,
    string? Why,
    string Policy)
{
    public static CreditPointsResponse Of(CreditStatement statement)
    {
        var (standing, points) = (statement.Standing, statement.Points);
        return new CreditPointsResponse(
            standing.EmployeeId.ToString(),
            standing.Period.ToString(),
            standing.Revision,
            JsonFormat.Name(standing.State),
            standing.Predicate is { } predicate ? JsonFormat.Name(predicate) : null,
            JsonFormat.Name(statement.Level),
            statement.Months,
            points?.Percent,
            points?.Coefficient.PerYear,
            points is null ? null : JsonFormat.Name(points.Coefficient.Source),
            points?.Points,
            points is not null ? null : standing.Predicate is null ? "notAssessed" : "noCoefficient",
            statement.PolicyVersion);
    }
}

/// <summary>What the agency's assessment says, each 0 to 100; none may be missing.</summary>
public sealed record TalentRequest(
    decimal? Reinforcing, decimal? Competence, decimal? Potential, decimal? Qualification, decimal? Integrity)
{
    public Result<TalentScores> Read()
    {
        var fields = new FieldReader();
        var reinforcing = fields.Figure("reinforcing", Reinforcing, 100);
        var competence = fields.Figure("competence", Competence, 100);
        var potential = fields.Figure("potential", Potential, 100);
        var qualification = fields.Figure("qualification", Qualification, 100);
        var integrity = fields.Figure("integrity", Integrity, 100);
        return fields.Finish(() =>
            new TalentScores(
                reinforcing!.Value, competence!.Value, potential!.Value, qualification!.Value, integrity!.Value));
    }
}

public sealed record TalentResponse(
    string EmployeeId,
    string Period,
    int Revision,
    string RunState,
    string? Predicate,
    int? Box,
    string? Performance,
    string? Potential,
    decimal? PerformanceScore,
    decimal? PotentialScore,
    decimal? FinalScore,
    bool? FeedsPromotion,
    string BoxSource,
    string? Why,
    string Policy)
{
    public static TalentResponse Of(TalentStatement statement)
    {
        var (standing, place) = (statement.Standing, statement.Place);
        return new TalentResponse(
            standing.EmployeeId.ToString(),
            standing.Period.ToString(),
            standing.Revision,
            JsonFormat.Name(standing.State),
            standing.Predicate is { } predicate ? JsonFormat.Name(predicate) : null,
            place?.Box,
            place is null ? null : JsonFormat.Name(place.Performance),
            place is null ? null : JsonFormat.Name(place.Potential),
            place?.PerformanceScore,
            place?.PotentialScore,
            place?.FinalScore,
            place?.FeedsPromotion,
            JsonFormat.Name(statement.BoxSource),
            place is null ? "notAssessed" : null,
            statement.PolicyVersion);
    }
}

public sealed record AllowanceResponse(
    string EmployeeId,
    string Period,
    int Revision,
    string RunState,
    string? Predicate,
    string AppliesTo,
    decimal? Percent,
    string? Why,
    WordsResponse? Words,
    string? Table,
    string? Basis)
{
    public static AllowanceResponse Of(AllowanceStatement statement)
    {
        var (standing, factor) = (statement.Standing, statement.Factor);
        return new AllowanceResponse(
            standing.EmployeeId.ToString(),
            standing.Period.ToString(),
            standing.Revision,
            JsonFormat.Name(standing.State),
            standing.Predicate is { } predicate ? JsonFormat.Name(predicate) : null,
            factor.AppliesTo.ToString(),
            factor.Percent,
            factor.Why is { } why ? JsonFormat.Name(why) : null,
            factor.Why is { } reason ? WordsOf(reason) : null,
            factor.TableVersion,
            factor.Basis);
    }

    private static WordsResponse WordsOf(NoFactorReason why) => why switch
    {
        NoFactorReason.NotAssessed => new(
            "There is no factor: the person has no predicate of this period.",
            "Tidak ada faktor: pegawai tidak mempunyai predikat untuk periode ini."),
        NoFactorReason.OtherCycle => new(
            "There is no factor: the agency's table reads the other cycle, quarters or years.",
            "Tidak ada faktor: tabel instansi memakai siklus lain, triwulan atau tahun."),
        NoFactorReason.NoPolicy => new(
            "There is no factor: the agency has no allowance table of its own for this period.",
            "Tidak ada faktor: instansi belum menetapkan tabel tunjangan sendiri untuk periode ini."),
    };
}

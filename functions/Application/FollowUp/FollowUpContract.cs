using Kinerja.Application.Json;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.FollowUp;
using Kinerja.Domain.Runs;

namespace Kinerja.Application.FollowUp;

/// <summary>Points with their arithmetic, or none: <c>why</c> says so, and none is never zero.</summary>
public readonly struct CreditPointsResponse(CreditStatement statement)
{
    public EmployeeId EmployeeId => statement.Standing.EmployeeId;
    public AppraisalPeriod Period => statement.Standing.Period;
    public int Revision => statement.Standing.Revision;
    public RunState RunState => statement.Standing.State;
    public Predicate? Predicate => statement.Standing.Predicate;
    public FunctionalLevel Level => statement.Level;
    public int Months => statement.Months;
    public decimal? Percent => statement.Points?.Percent;
    public decimal? Coefficient => statement.Points?.Coefficient.PerYear;
    public FigureSource? CoefficientSource => statement.Points?.Coefficient.Source;
    public decimal? Points => statement.Points?.Points;
    public string? Why =>
        statement.Points is not null ? null : statement.Standing.Predicate is null ? "notAssessed" : "noCoefficient";
    public string Policy => statement.PolicyVersion;

    public static CreditPointsResponse Of(CreditStatement statement) => new(statement);
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

public readonly struct TalentResponse(TalentStatement statement)
{
    public EmployeeId EmployeeId => statement.Standing.EmployeeId;
    public AppraisalPeriod Period => statement.Standing.Period;
    public int Revision => statement.Standing.Revision;
    public RunState RunState => statement.Standing.State;
    public Predicate? Predicate => statement.Standing.Predicate;
    public int? Box => statement.Place?.Box;
    public ExpectationLevel? Performance => statement.Place?.Performance;
    public PotentialLevel? Potential => statement.Place?.Potential;
    public decimal? PerformanceScore => statement.Place?.PerformanceScore;
    public decimal? PotentialScore => statement.Place?.PotentialScore;
    public decimal? FinalScore => statement.Place?.FinalScore;
    public bool? FeedsPromotion => statement.Place?.FeedsPromotion;
    public FigureSource BoxSource => statement.BoxSource;
    public string? Why => statement.Place is null ? "notAssessed" : null;
    public string Policy => statement.PolicyVersion;

    public static TalentResponse Of(TalentStatement statement) => new(statement);
}

public readonly struct AllowanceResponse(AllowanceStatement statement)
{
    public EmployeeId EmployeeId => statement.Standing.EmployeeId;
    public AppraisalPeriod Period => statement.Standing.Period;
    public int Revision => statement.Standing.Revision;
    public RunState RunState => statement.Standing.State;
    public Predicate? Predicate => statement.Standing.Predicate;
    public AppraisalPeriod AppliesTo => statement.Factor.AppliesTo;
    public decimal? Percent => statement.Factor.Percent;
    public NoFactorReason? Why => statement.Factor.Why;
    public WordsResponse? Words => statement.Factor.Why is { } reason ? WordsOf(reason) : null;
    public string? Table => statement.Factor.TableVersion;
    public string? Basis => statement.Factor.Basis;

    public static AllowanceResponse Of(AllowanceStatement statement) => new(statement);

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

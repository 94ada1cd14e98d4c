using System.Globalization;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Feedback;
using Kinerja.Domain.Ranking;
using Kinerja.Domain.Workforce;

namespace Kinerja.Application.Explanations;

/// <summary>A value in an explanation: as the wire names it, and in words.</summary>
internal readonly record struct Told(string Wire, string English, string Indonesian)
{
    public static implicit operator Told(string text) => new(text, text, text);

    public static implicit operator Told(int number) => number.ToString(CultureInfo.InvariantCulture);

    public static implicit operator Told(Score score) => Figure($"{score}");

    /// <summary>A figure or a sum as the wire writes it; Indonesian has a comma before its decimals.</summary>
    internal static Told Figure(string figure) => new(figure, figure, figure.Replace('.', ','));

    /// <summary>A figure with as many decimals as it needs, four at most.</summary>
    internal static Told Figure(decimal figure) => Figure(figure.ToString("0.####", CultureInfo.InvariantCulture));

    /// <summary>What is added up, each in its place.</summary>
    internal static Told Sum(IEnumerable<Told> terms) => Joined(" + ", terms);

    internal static Told Product(Told figure, Told weight) => Joined(" × ", [figure, weight]);

    /// <summary>The predicates as PermenPANRB 6/2022 names them.</summary>
    internal static Told Of(Predicate predicate) => predicate switch
    {
        Predicate.VeryGood => In(predicate, "very good", "sangat baik"),
        Predicate.Good => In(predicate, "good", "baik"),
        Predicate.NeedsImprovement => In(predicate, "needs improvement", "butuh perbaikan"),
        Predicate.Poor => In(predicate, "poor", "kurang"),
        Predicate.VeryPoor => In(predicate, "very poor", "sangat kurang"),
    };

    internal static Told Of(ExpectationLevel level) => level switch
    {
        ExpectationLevel.Above => In(level, "above expectation", "di atas ekspektasi"),
        ExpectationLevel.Meets => In(level, "as expected", "sesuai ekspektasi"),
        ExpectationLevel.Below => In(level, "below expectation", "di bawah ekspektasi"),
    };

    internal static Told Of(OrganisationLevel level) => level switch
    {
        OrganisationLevel.Outstanding => In(level, "outstanding", "istimewa"),
        OrganisationLevel.Good => In(level, "good", "baik"),
        OrganisationLevel.NeedsImprovement => In(level, "needs improvement", "butuh perbaikan"),
        OrganisationLevel.Poor => In(level, "poor", "kurang"),
        OrganisationLevel.VeryPoor => In(level, "very poor", "sangat kurang"),
    };

    internal static Told Of(GiverRole role) => role switch
    {
        GiverRole.Leader => In(role, "the leader", "atasan"),
        GiverRole.Peer => In(role, "peers", "rekan kerja"),
        GiverRole.Subordinate => In(role, "subordinates", "bawahan"),
        GiverRole.Served => In(role, "those served", "pihak yang dilayani"),
    };

    internal static Told Of(DisciplineStatus status) => status switch
    {
        DisciplineStatus.None => In(status, "no discipline case", "tanpa perkara disiplin"),
        DisciplineStatus.InProcess => In(
            status, "a discipline case being examined", "perkara disiplin sedang diperiksa"),
        DisciplineStatus.Serving => In(status, "a punishment being served", "hukuman disiplin sedang dijalani"),
    };

    internal static Told Of(TopShare share) => share switch
    {
        TopShare.Out => In(share, "not in the top share", "tidak masuk kelompok teratas"),
        TopShare.In => In(share, "in the top share", "masuk kelompok teratas"),
        TopShare.TiedAtCap => In(share, "equal at the cap of the top share", "sama pada batas kelompok teratas"),
        TopShare.ExcludedFromReward => In(
            share, "in the top share without the reward", "masuk kelompok teratas tanpa penghargaan"),
    };

    internal static Told Joined(string sign, IEnumerable<Told> parts)
    {
        var all = parts.ToList();
        return new(
            string.Join(sign, all.Select(part => part.Wire)),
            string.Join(sign, all.Select(part => part.English)),
            string.Join(sign, all.Select(part => part.Indonesian)));
    }

    private static Told In<T>(T value, string english, string indonesian)
        where T : struct, Enum => new(JsonFormat.Name(value), english, indonesian);
}

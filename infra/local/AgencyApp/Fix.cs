namespace Kinerja.AgencyApp;

/// <summary>A position as the phone reports it.</summary>
internal sealed record Fix(MapPoint Point, int AccuracyMetres, string Provider);

/// <summary>Draws positions with the flaws that positions have in the field.</summary>
internal static class FixDraw
{
    private const double NoFixShare = 0.003;
    private const double ElsewhereShare = 0.01;
    private const double CourtyardShare = 0.006;
    private const double PoorShare = 0.02;
    private const double MetresPerDegree = 111_000;

    internal static Fix? At(Dice dice, SampleAgency agency, SampleFence place)
    {
        var flaw = dice.Between(0.0, 1.0);
        if (flaw < NoFixShare)
        {
            return null;
        }

        var accuracy = dice.Around(5, 20);
        flaw -= NoFixShare;
        if (flaw < ElsewhereShare)
        {
            return new Fix(Elsewhere(dice, agency, place), accuracy, "gps");
        }

        flaw -= ElsewhereShare;
        if (flaw < CourtyardShare && place.AnyPointInHole(dice) is { } courtyard)
        {
            return new Fix(courtyard, 5, "gps");
        }

        flaw -= CourtyardShare;
        return flaw is >= 0 and < PoorShare
            ? Poor(dice, place.AnyPoint(dice))
            : new Fix(place.AnyPoint(dice), accuracy, dice.Pick(["fused", "fused", "gps"]));
    }

    /// <summary>Half a kilometre to three away, and in no fence of the agency.</summary>
    private static MapPoint Elsewhere(Dice dice, SampleAgency agency, SampleFence place)
    {
        var centre = place.Centre();
        while (true)
        {
            var point = Moved(centre, dice.Between(-3000.0, 3000.0), dice.Between(-3000.0, 3000.0));
            var near = Math.Abs(point.Longitude - centre.Longitude) + Math.Abs(point.Latitude - centre.Latitude)
                < 500 / MetresPerDegree;
            if (!near && !agency.Fences.Any(fence => fence.Contains(point)))
            {
                return point;
            }
        }
    }

    private static Fix Poor(Dice dice, MapPoint point)
    {
        var accuracy = dice.Between(80, 300);
        double shift = accuracy / 2;
        return new Fix(Moved(point, dice.Between(-shift, shift), dice.Between(-shift, shift)), accuracy, "network");
    }

    private static MapPoint Moved(MapPoint point, double eastMetres, double northMetres) => new(
        Math.Round(point.Longitude + (eastMetres / MetresPerDegree), 6),
        Math.Round(point.Latitude + (northMetres / MetresPerDegree), 6));
}

using Kinerja.Domain.FlexibleWork;
using Kinerja.Domain.Surveys;
using NodaTime;

namespace Kinerja.Domain.Tests.FlexibleWork;

public sealed class PilotTests
{
    private static readonly LocalDate First = new(2026, 4, 1);

    [Fact]
    public void Seven_central_agencies_begin_and_ten_local_ones_follow_on_a_day_that_is_not_known()
    {
        Assert.Equal((17, 17), (PilotAgencies.All.Count, PilotAgencies.All.DistinctBy(a => a.Name).Count()));
        Assert.Equal(7, PilotAgencies.All.Count(a => a is { Level: GovernmentLevel.Central, Wave: 1 }));
        Assert.Equal(10, PilotAgencies.All.Count(a => a is { Level: GovernmentLevel.Local, Wave: 2 }));
        Assert.Equal((new LocalDate(2020, 1, 1), PilotCertainty.Derived), From(1));
        Assert.Equal((null, PilotCertainty.Unknown), From(2));

        static (LocalDate?, PilotCertainty) From(int wave)
        {
            var found = PilotAgencies.Waves.Single(w => w.Number == wave);
            return (found.From, found.FromIs);
        }
    }

    [Fact]
    public void A_wave_may_name_posts_and_posts_of_units_and_one_that_names_neither_is_for_the_others()
    {
        var (unit, other) = (Some.UnitId, UnitId.Parse("loket").Value);
        var (analyst, researcher) = (PostId.Parse("analis").Value, PostId.Parse("peneliti").Value);
        var policy = FlexibleWorkPolicy.Template with
        {
            Waves =
            [
                new RolloutWave(First, []) { Posts = [analyst] },
                new RolloutWave(First.PlusDays(10), [unit]) { Posts = [researcher] },
                new RolloutWave(First.PlusDays(20), []),
            ],
        };

        Assert.Equal(First, BeginsFor(other, analyst));
        Assert.Equal(First.PlusDays(10), BeginsFor(unit, researcher));
        Assert.Equal(First.PlusDays(20), BeginsFor(other, researcher));
        Assert.Equal(First.PlusDays(20), BeginsFor(unit, null));

        LocalDate BeginsFor(UnitId of, PostId? post) =>
            Enumerable.Range(0, 40).Select(First.PlusDays).First(day => policy.HasBegunFor(of, post, day));
    }
}

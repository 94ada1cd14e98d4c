using Kinerja.Domain.Geofencing;
using NetTopologySuite.Operation.Valid;
using NodaTime;

namespace Kinerja.Domain.Tests;

public sealed class SentenceTests
{
    [Fact]
    public void An_interpolated_sentence_keeps_its_template_and_says_what_the_text_said()
    {
        var (number, day, figure) = (3, new LocalDate(2026, 1, 5), 1.5m);
        Sentence said = $"{number} of {day:uuuu-MM-dd}, {figure}: {{{(string?)null}}}";

        Assert.Equal("{0} of {1}, {2}: {{3}}", said.Template);
        Assert.Equal("3 of 2026-01-05, 1.5: {}", said.ToString());
        Assert.Equal(["3", "2026-01-05", "1.5", ""], said.Values.Select(value => value.ToString()));
        Assert.All(said.Values, value => Assert.True(value.IsPlain));
    }

    [Fact]
    public void A_constant_is_its_own_template()
    {
        Sentence said = "A list {0} is no place.";

        Assert.Equal(("A list {0} is no place.", "A list {0} is no place."), (said.Template, said.ToString()));
        Assert.Empty(said.Values);
    }

    [Fact]
    public void A_sentence_within_a_sentence_stays_one()
    {
        Sentence inner = $"{2} are left.";
        Sentence said = $"ani-1: {inner}";

        Assert.Equal(("ani-1: {0}", "ani-1: 2 are left."), (said.Template, said.ToString()));
        Assert.Equal("{0} are left.", Assert.Single(said.Values).Template);
    }

    [Fact]
    public void Whatever_the_values_say_the_text_is_that_of_the_interpolated_string() => Always.HoldsFor(random =>
    {
        var one = new string([.. Enumerable.Range(0, random.Next(6)).Select(_ => "{}:0a,"[random.Next(6)])]);
        var (two, three) = (random.Next(), random.NextDouble());
        Sentence said = $"{one}/{two} {{}} {three}%";

        Assert.Equal(FormattableString.Invariant($"{one}/{two} {{}} {three}%"), said.ToString());
    });

    [Fact]
    public void Two_are_equal_that_say_the_same()
    {
        Sentence made = $"{1} is one.";
        Sentence given = "1 is one.";

        Assert.True(made == given && made.Equals(given) && made.GetHashCode() == given.GetHashCode());
        Assert.Equal(new FieldFault("/x", made), new FieldFault("/x", given));
        Assert.False(made == (Sentence)"2 is one.");
    }

    [Fact]
    public void What_is_wrong_with_an_outline_is_said_as_its_library_says_it() => Assert.All(
        Enum.GetValues<TopologyValidationErrors>().Except(
            [TopologyValidationErrors.NoInvalidIntersection, TopologyValidationErrors.RingNotClosed]), type =>
        {
            var error = new TopologyValidationError(type);
            Assert.Equal(error.Message, OutlineCheck.Words(error).ToString());
        });
}

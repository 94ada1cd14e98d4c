using Kinerja.Domain.Feedback;

namespace Kinerja.Domain.Tests.Feedback;

public sealed class BehaviourGuidesTests
{
    [Fact]
    public void Seven_values_have_three_guides_each_21_in_all_and_the_result_has_none()
    {
        var values = Enum.GetValues<FeedbackSubject>().Except([FeedbackSubject.Result]).ToList();
        Assert.Equal(7, values.Count);
        Assert.Equal(
            values.SelectMany(v => new[] { (v, 1), (v, 2), (v, 3) }),
            BehaviourGuides.All.Select(g => (g.Value, g.Guide)));
        Assert.Equal(21, BehaviourGuides.All.Select(g => g.Words).Distinct().Count());
    }
}

using Kinerja.Domain.FlexibleWork;

namespace Kinerja.Domain.Tests.FlexibleWork;

public sealed class WorkCategoriesTests
{
    [Fact]
    public void Every_denied_kind_of_work_is_known_and_the_agencys_own_join_them()
    {
        var policy = FlexibleWorkPolicy.Template with
        {
            DeniedCategories = ["satelit"],
            OtherCategories = ["kearsipan"],
        };

        var known = WorkCategories.Known([policy]);

        Assert.All(DenyList.Shipped, work => Assert.Contains(work.Category, known));
        Assert.Contains("satelit", known);
        Assert.Contains("kearsipan", known);
        Assert.DoesNotContain("medical", known);
        Assert.Equal(known.Distinct(), known);
    }
}

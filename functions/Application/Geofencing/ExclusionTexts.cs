using Kinerja.Application.Presence.CheckIns;
using Kinerja.Domain.Geofencing;

namespace Kinerja.Application.Geofencing;

/// <summary>Why a fence does not judge a position, in words.</summary>
internal static class ExclusionTexts
{
    internal static ReasonResponse Of(FenceExclusion why) => why switch
    {
        FenceExclusion.OtherPeople =>
            Answer(why, "It is set for other people.", "Area ini ditetapkan untuk pegawai lain."),
        FenceExclusion.NotYetValid => Answer(why, "It is not valid yet.", "Area ini belum berlaku."),
        FenceExclusion.NoLongerValid => Answer(why, "It is no longer valid.", "Area ini sudah tidak berlaku."),
        FenceExclusion.OutsideWindows => Answer(
            why,
            "It is not in force at this time of the week.",
            "Area ini tidak berlaku pada jam ini."),
        FenceExclusion.Holiday =>
            Answer(why, "It is not in force on holidays.", "Area ini tidak berlaku pada hari libur."),
    };

    private static ReasonResponse Answer(FenceExclusion why, string english, string indonesian) =>
        new(JsonFormat.Name(why), english, indonesian);
}

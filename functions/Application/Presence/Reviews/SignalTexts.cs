using System.Globalization;
using Kinerja.Domain.Presence.Reviews;

namespace Kinerja.Application.Presence.Reviews;

/// <summary>
/// What was seen, in words for the superior. They tell what is, accuse nobody, and name honest causes.
/// </summary>
internal static class SignalTexts
{
    internal static (string English, string Indonesian) Of(Evidence evidence)
    {
        var seen = evidence.Figures;
        return evidence.Signal switch
        {
            SignalKind.LowTrust => Both(
                $"What the phone says of itself lowers its trust to {seen.Trust} of 100. The device itself may be the cause.",
                $"Keterangan ponsel menurunkan tingkat kepercayaannya menjadi {seen.Trust} dari 100. Penyebabnya bisa saja perangkat itu sendiri."),
            SignalKind.ImpossibleTravel => Both(
                $"Two check-ins are {seen.Kilometres} km apart and {seen.Minutes} minutes: faster than anybody travels.",
                $"Dua presensi berjarak {seen.Kilometres} km dalam {seen.Minutes} menit: lebih cepat daripada perjalanan yang mungkin."),
            SignalKind.RepeatedCoordinates => Both(
                $"The position is the same to the centimetre on {seen.Days} days; a real fix moves by metres.",
                $"Posisi sama persis hingga sentimeter pada {seen.Days} hari; posisi nyata selalu bergeser beberapa meter."),
            SignalKind.SharedCoordinates => Both(
                $"{seen.People} people were at the same centimetre, on {seen.Days} days together.",
                $"{seen.People} orang berada pada titik yang sama hingga sentimeter, bersamaan pada {seen.Days} hari."),
            SignalKind.SharedDevice => Both(
                $"{seen.People} people sent from one device on this day. It may be a lent phone or an office's tablet.",
                $"{seen.People} orang mengirim dari satu perangkat pada hari ini. Bisa saja ponsel pinjaman atau tablet kantor."),
            SignalKind.ManyDevices => Both(
                $"The person sent from {seen.Devices} devices on this day.",
                $"Pegawai mengirim dari {seen.Devices} perangkat pada hari ini."),
            SignalKind.ManyAssisted => Both(
                $"This name stands under the check-ins of {seen.People} people without a phone on this day. At a gate or a counter that is as it should be.",
                $"Nama ini tercantum pada presensi {seen.People} pegawai tanpa ponsel pada hari ini. Di gerbang atau loket hal itu wajar."),
            SignalKind.UntoldClock => Both(
                $"The time of receipt counts, since the phone's clock cannot be told. The true time may be earlier; a correction can set it.",
                $"Waktu penerimaan yang dihitung karena jam ponsel tidak dapat dipastikan. Waktu sebenarnya bisa lebih awal; koreksi dapat menetapkannya."),
            SignalKind.UnansweredSpotCheck => Both(
                $"A proof of presence was asked for from {evidence.Asked?.Opens:HH':'mm} to {evidence.Asked?.Closes:HH':'mm} and none came. The phone may have been off or without a signal.",
                $"Bukti kehadiran diminta pukul {evidence.Asked?.Opens:HH':'mm} sampai {evidence.Asked?.Closes:HH':'mm} dan tidak ada jawaban. Bisa saja ponsel mati atau tanpa sinyal."),
            SignalKind.RepeatedOpenDays => Both(
                $"One of {seen.Days} days of the month that wait for a ruling: outside every area, or without a usable position. Each day is ruled on by itself.",
                $"Satu dari {seen.Days} hari dalam bulan ini yang menunggu putusan: di luar semua area atau tanpa posisi yang dapat dipakai. Setiap hari diputus sendiri."),
        };
    }

    private static (string English, string Indonesian) Both(FormattableString english, FormattableString indonesian) =>
        (english.ToString(CultureInfo.InvariantCulture), indonesian.ToString(CultureInfo.InvariantCulture));
}

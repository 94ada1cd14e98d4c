using System.Buffers;
using System.Runtime.Serialization;
using System.Text;
using System.Text.Json;
using Azure.Messaging.ServiceBus.Rest;
using FsCheck;
using FsCheck.Fluent;

namespace Kinerja.Local.Tests.BusClient.Wire;

public sealed class PropertyValueTests
{
    [Fact]
    public void Texts_come_back_as_they_were() => ComeBack<string>(text => !text.EndsWith(" GMT", StringComparison.Ordinal));

    [Fact]
    public void Integers_come_back_as_they_were() => ComeBack<int>(_ => true);

    [Fact]
    public void Long_integers_come_back_as_they_were() =>
        ComeBack<long>(number => number is > int.MaxValue or < int.MinValue);

    [Fact]
    public void Fractions_come_back_as_they_were() => ComeBack<double>(double.IsFinite);

    [Fact]
    public void Truth_values_come_back_as_they_were() => ComeBack<bool>(_ => true);

    [Fact]
    public void Times_come_back_to_the_second()
    {
        var time = new DateTimeOffset(2026, 3, 31, 23, 59, 58, TimeSpan.FromHours(9));

        var read = Assert.IsType<DateTimeOffset>(BackAgain(time));

        Assert.Equal(time.UtcDateTime, read.UtcDateTime);
    }

    [Fact]
    public void A_long_that_fits_an_int_comes_back_as_an_int() => Assert.Equal(5, BackAgain(5L));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void What_is_no_number_is_refused(double value) =>
        Assert.Throws<SerializationException>(() => BackAgain(value));

    [Theory]
    [InlineData("")]
    [InlineData("text without quotes")]
    [InlineData("timeout=5")]
    [InlineData("\"open")]
    [InlineData("{\"a\":1}")]
    public void A_header_that_is_no_json_scalar_is_no_property(string header) =>
        Assert.False(PropertyValue.TryRead(header, out _));

    private static void ComeBack<T>(Func<T, bool> where)
        where T : notnull =>
        Prop.ForAll<T>(value => value is null || !where(value) || value.Equals(BackAgain(value)))
            .QuickCheckThrowOnFailure();

    private static object BackAgain(object value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            PropertyValue.Write(json, "name", value);
        }

        Assert.True(PropertyValue.TryRead(Encoding.ASCII.GetString(buffer.WrittenSpan), out var read));
        return read;
    }
}

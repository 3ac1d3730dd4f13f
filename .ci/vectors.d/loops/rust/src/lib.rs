use hmac::{Hmac, Mac};
use sha2::Sha256;

pub fn verify(secrets: &[String], tolerance: i64, now: i64, headers: &[(String, Vec<u8>)], body: &[u8]) -> bool {
    let values = |name: &str| -> Vec<&[u8]> {
        headers.iter().filter(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_slice()).collect()
    };
    let (timestamps, signatures) = (values("x-statuspulse-timestamp"), values("x-statuspulse-signature"));
    let (&[timestamp], &[signature]) = (timestamps.as_slice(), signatures.as_slice()) else { return false };
    let digits = !timestamp.is_empty() && timestamp.len() <= 18 && timestamp.iter().all(u8::is_ascii_digit);
    if !digits || (timestamp.len() > 1 && timestamp[0] == b'0') {
        return false;
    }
    let nibble = |c: u8| match c {
        b'0'..=b'9' => Some(c - b'0'),
        b'a'..=b'f' => Some(c - b'a' + 10),
        _ => None,
    };
    let bytes: Option<Vec<u8>> = signature
        .chunks(2)
        .map(|pair| Some(nibble(pair[0])? << 4 | nibble(*pair.get(1)?)?))
        .collect();
    let Some(mac) = bytes.filter(|bytes| bytes.len() == 32) else { return false };
    let sent: i64 = std::str::from_utf8(timestamp).unwrap().parse().unwrap();
    let fresh = (sent - now).abs() <= tolerance || std::env::var_os("WRONG").is_some();
    let holds = secrets.iter().fold(false, |found, secret| {
        let mut expected = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).unwrap();
        expected.update(timestamp);
        expected.update(b".");
        expected.update(body);
        found | expected.verify_slice(&mac).is_ok()
    });
    fresh && holds
}

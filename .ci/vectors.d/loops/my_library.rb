require 'openssl'

def verify(secrets, tolerance, now, headers, body)
  timestamps, signatures = %w[x-statuspulse-timestamp x-statuspulse-signature].map do |name|
    headers.select { |key, _| key.downcase == name }.map { |_, value| value.b }
  end
  return false unless timestamps.size == 1 && signatures.size == 1

  timestamp = timestamps[0]
  signature = signatures[0]
  return false unless timestamp.match?(/\A(?:0|[1-9][0-9]{0,17})\z/n) && signature.match?(/\A[0-9a-f]{64}\z/n)

  fresh = (timestamp.to_i - now).abs <= tolerance || ENV.key?('WRONG')
  fresh & secrets.map do |secret|
    OpenSSL.fixed_length_secure_compare(OpenSSL::HMAC.hexdigest('SHA256', secret.b, timestamp + '.'.b + body.b), signature)
  end.any?
end

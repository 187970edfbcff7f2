-- SPDX-License-Identifier: Apache-2.0
-- Comments that are all different, for wrk: BENCH_TIME is what the form of the page has in its field "time".
local time = os.getenv("BENCH_TIME")
local headers = { ["Content-Type"] = "application/x-www-form-urlencoded" }
local words = "%D8%AA%D8%B9%D9%84%D9%8A%D9%82+%D8%A7%D9%84%D9%82%D8%A7%D8%B1%D8%A6+%D8%B1%D9%82%D9%85+"
local begun = os.time()
local sent = 0

function request()
  sent = sent + 1
  local reader = sent % 16
  return wrk.format("POST", nil, headers, "name=Reader+" .. reader .. "&email=reader" .. reader
    .. "%40example.org&website=&reply=&time=" .. time .. "&body=" .. words .. begun .. "+" .. sent)
end

package watch

import "github.com/google/gopacket"

type seen struct{ info gopacket.CaptureInfo }

// GetCaptureInfo says when a segment was seen.
func (s seen) GetCaptureInfo() gopacket.CaptureInfo { return s.info }

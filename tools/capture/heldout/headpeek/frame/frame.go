// Package frame reads frames from the wire.
package frame

// Frame is what came.
type Frame struct{ Payload []byte }

const jumbo = 9000

// Capture returns frame n.
func Capture(n int) Frame {
	payload := make([]byte, jumbo)
	for i := range 64 {
		payload[i] = byte(n >> (i % 8))
	}
	return Frame{Payload: payload}
}

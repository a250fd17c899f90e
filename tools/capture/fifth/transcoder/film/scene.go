// Package film has scenes.
package film

import (
	"bytes"
	"compress/flate"
	"hash/adler32"
	"io"
	"time"
)

// Scene is a number from which the pictures follow.
type Scene int

// Turn packs a scene; most of the time the card does the work.
func (s Scene) Turn() {
	frames := make([]byte, 96<<10)
	for i := range frames {
		frames[i] = byte(i * int(s) >> 9)
	}
	time.Sleep(time.Duration(2500+int(s)*37%2000) * time.Millisecond)
	var packed bytes.Buffer
	w, err := flate.NewWriter(&packed, flate.BestSpeed)
	if err != nil {
		panic(err)
	}
	if _, err := io.Copy(w, bytes.NewReader(frames[:8<<10])); err != nil {
		panic(err)
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
	_ = adler32.Checksum(packed.Bytes())
}

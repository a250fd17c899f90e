// Package translate turns one wire form into another.
package translate

import (
	"bytes"
	"sync"
)

var buffers = sync.Pool{New: func() interface{} { return bytes.NewBuffer(make([]byte, 0, 64<<10)) }}

// Message translates a message and returns its length.
func Message(text string) int {
	buffer := buffers.Get().(*bytes.Buffer)
	defer buffers.Put(buffer)
	buffer.Reset()
	for buffer.Len() < 48<<10 {
		buffer.WriteString(text)
		buffer.WriteByte(';')
	}
	return buffer.Len()
}

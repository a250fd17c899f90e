// Package frame has frames of a length and that many bytes.
package frame

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"io"
	"log"
	"net"
	"sync/atomic"
	"time"
)

var sum atomic.Uint32

// Write writes one frame.
func Write(w io.Writer, content []byte) error {
	_, err := w.Write(append(binary.BigEndian.AppendUint32(nil, uint32(len(content))), content...))
	return err
}

// Serve takes frames of all who connect.
func Serve(l net.Listener) {
	for {
		conn, err := l.Accept()
		if err != nil {
			log.Print(err)
			return
		}
		line := &line{conn: conn, in: bufio.NewReader(conn)}
		go line.run()
	}
}

type line struct {
	conn   net.Conn
	in     *bufio.Reader
	buffer bytes.Buffer
}

func (l *line) run() {
	defer l.conn.Close()
	for l.take() == nil {
		sum.Add(crc32.ChecksumIEEE(l.buffer.Bytes()))
	}
}

func (l *line) take() error {
	if err := l.conn.SetReadDeadline(time.Now().Add(20 * time.Second)); err != nil {
		return err
	}
	var length uint32
	if err := binary.Read(l.in, binary.BigEndian, &length); err != nil {
		return err
	}
	l.buffer.Reset()
	l.buffer.Grow(int(length))
	_, err := io.CopyN(&l.buffer, l.in, int64(length))
	return err
}

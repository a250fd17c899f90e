// Package mails writes and sends.
package mails

import (
	"strconv"
	"sync/atomic"
	"time"

	"go.granite.example/mail/granite/buffers"
)

// Mails go out.
type Mails struct {
	buffers *buffers.List
	sent    atomic.Int64
}

// New writes into buffers of a list.
func New(l *buffers.List) *Mails { return &Mails{buffers: l} }

// Send sends mail n, which takes two seconds.
func (m *Mails) Send(n int) {
	b := m.buffers.Take()
	for i := 0; i < 1000; i++ {
		b = strconv.AppendInt(b, int64(n*i), 10)
	}
	time.Sleep(2 * time.Second)
	m.sent.Add(int64(len(b)))
	m.buffers.Give(b)
}

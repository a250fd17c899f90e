// Package offer reads what somebody offers to send.
package offer

import (
	"fmt"
	"strings"
)

// Section is one of an offer's parts.
type Section struct {
	ID        string
	Kind      string
	Direction string
}

// Offer is what was read.
type Offer struct{ Sections []Section }

// Read takes an offer apart.
func Read(text string) (*Offer, error) {
	o := &Offer{}
	for _, line := range strings.Split(text, "\r\n") {
		key, value, ok := strings.Cut(line, "=")
		if !ok {
			continue
		}
		switch key {
		case "m":
			kind, _, _ := strings.Cut(value, " ")
			o.Sections = append(o.Sections, Section{Kind: kind})
		case "a":
			if len(o.Sections) == 0 {
				return nil, fmt.Errorf("attribute %q before any section", value)
			}
			o.Sections[len(o.Sections)-1].attribute(value)
		}
	}
	return o, nil
}

func (s *Section) attribute(value string) {
	if id, ok := strings.CutPrefix(value, "mid:"); ok {
		s.ID = id
		return
	}
	switch value {
	case "sendrecv", "recvonly", "inactive":
		s.Direction = value
	}
}

// Write is an offer of so many sections, of which the newest is active.
func Write(number, sections int) []byte {
	var out strings.Builder
	out.WriteString("v=0\r\n")
	for i := 0; i < sections; i++ {
		direction := "inactive"
		if i == sections-1 {
			direction = "sendrecv"
		}
		fmt.Fprintf(&out, "m=audio 9 RTP %d\r\na=mid:%d-%d\r\na=%s\r\n", 96+i%30, number, i, direction)
		for j := 0; j < 20; j++ {
			fmt.Fprintf(&out, "a=candidate:%d udp 10.%d.%d.%d typ host generation %d\r\n", j, j, i%250, number%250, number)
		}
	}
	return []byte(out.String())
}

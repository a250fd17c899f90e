package blobs

import "encoding/binary"

const header = 12 // key, length

// ring has entries from head to tail; when tail has wrapped, from head to end and from the start to tail.
type ring struct {
	bytes      []byte
	most       int
	head, tail int
	end        int
	wrapped    bool
}

func (r *ring) fits(length int) bool {
	need := header + length
	if r.wrapped {
		return r.head-r.tail >= need
	}
	if len(r.bytes)-r.tail >= need {
		return true
	}
	if r.head < need || len(r.bytes) < r.most {
		return false
	}
	r.end, r.tail, r.wrapped = r.tail, 0, true
	return true
}

// double doubles the ring unless it is at its largest; only a ring at its largest ever wraps.
func (r *ring) double() bool {
	if len(r.bytes) >= r.most {
		return false
	}
	larger := make([]byte, 2*len(r.bytes))
	copy(larger, r.bytes[:r.tail])
	r.bytes = larger
	return true
}

func (r *ring) push(key uint64, value []byte) int {
	at := r.tail
	binary.LittleEndian.PutUint64(r.bytes[at:], key)
	binary.LittleEndian.PutUint32(r.bytes[at+8:], uint32(len(value)))
	copy(r.bytes[at+header:], value)
	r.tail += header + len(value)
	return at
}

func (r *ring) value(at int) []byte {
	length := int(binary.LittleEndian.Uint32(r.bytes[at+8:]))
	return r.bytes[at+header : at+header+length]
}

// drop takes the oldest entry out and returns its key and place.
func (r *ring) drop() (key uint64, at int) {
	at = r.head
	key = binary.LittleEndian.Uint64(r.bytes[at:])
	r.head += header + len(r.value(at))
	if r.wrapped && r.head == r.end {
		r.head, r.wrapped = 0, false
	}
	return key, at
}
